/// What a page and its key permit.
package vmmref.model.protect;
