package vmmref.model.tlb;

/// Which of the two look-aside buffers.
public enum Stream { INSTRUCTION, DATA }
