/// Translations and the two look-aside buffers that hold them.
package vmmref.model.tlb;
