/// Registers whose fields the rules read: status, regions, protection keys, defaults, and the words of an insertion.
package vmmref.model.register;
