package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;

/// A complex that is divided, what runs in its partitions, and what goes on there.
///
/// @param tenants one for each partition with a cell that runs
public record Populated(Division division, Seq<Tenancy> tenants, Seq<Meddling> meddling) { }
