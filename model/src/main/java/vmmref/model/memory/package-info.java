/// Addresses, pages and memory attributes.
package vmmref.model.memory;
