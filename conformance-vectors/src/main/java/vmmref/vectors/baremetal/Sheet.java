package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;

/// An image with what its cases are called.
///
/// @param name  of its files, without their ends
/// @param cases in the order of its table
/// @param image the program
public record Sheet(String name, Seq<ImageCase> cases, Image image) {

    /// {@return the sheet of cases that share a site}
    static Sheet of(String name, Seq<ImageCase> cases) {
        return new Sheet(name, cases, Image.of(cases.head().expressed().preparation().site(), cases.map(ImageCase::record)));
    }

    /// {@return sheets of at most so many cases, numbered from 1}
    static Seq<Sheet> all(Seq<ImageCase> cases, int most) {
        return Site.ALL.flatMap(site -> cases.filter(each -> each.expressed().preparation().site().equals(site)).grouped(most).toVector())
            .zipWithIndex().map(group -> of("%04d".formatted(group._2 + 1), group._1));
    }
}
