package vmmref.model.tlb;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;

/// Both translation look-aside buffers: registers and cache of each stream.
public record Tlb(Entries instruction, Entries data) {
    public static final Tlb EMPTY = new Tlb(Entries.none(), Entries.none());

    /// {@return what a stream holds}
    public Entries entries(Stream stream) {
        return switch (stream) {
            case INSTRUCTION -> instruction;
            case DATA        -> data;
        };
    }

    /// {@return every translation of a stream that translates an address of the region with an identifier}
    public Seq<Entry> matching(Stream stream, int rid, VirtualAddress address) {
        return entries(stream).covering(rid, address);
    }

    /// {@return every translation of a stream that shares an address with a range}
    public Seq<Entry> overlapping(Stream stream, int rid, VirtualAddress address, PageSize range) {
        return entries(stream).overlapping(rid, address, range);
    }

    /// {@return what a translation register holds}
    public Option<Translation> register(Stream stream, int slot) {
        return entries(stream).all().find(entry -> entry.slot() == slot).map(Entry::translation);
    }

    /// {@return the same with other contents of a translation register}
    public Tlb withRegister(Stream stream, int slot, Option<Translation> contents) {
        Entries emptied = register(stream, slot).map(held -> entries(stream).without(Entry.pinned(slot, held))).getOrElse(entries(stream));
        return with(stream, contents.map(translation -> emptied.with(Entry.pinned(slot, translation))).getOrElse(emptied));
    }

    /// {@return the translations in the cache of a stream}
    public Seq<Translation> cached(Stream stream) {
        return entries(stream).all().filter(Entry::isCached).map(Entry::translation);
    }

    /// {@return whether the cache of a stream holds a translation}
    public boolean isCached(Stream stream, Translation translation) {
        return overlapping(stream, translation.rid(), translation.page(), translation.size()).contains(Entry.cached(translation));
    }

    /// {@return the same with a translation in the cache of a stream, or without it}
    public Tlb withCached(Stream stream, Translation translation, boolean held) {
        Entries without = entries(stream).without(Entry.cached(translation));
        return with(stream, held ? without.with(Entry.cached(translation)) : without);
    }

    private Tlb with(Stream stream, Entries entries) {
        return switch (stream) {
            case INSTRUCTION -> new Tlb(entries, data);
            case DATA        -> new Tlb(instruction, entries);
        };
    }
}
