/// What advanced loads remember.
package vmmref.model.alat;
