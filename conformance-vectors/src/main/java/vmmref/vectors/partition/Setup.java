package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Software;
import vmmref.vectors.format.Json;

/// A start state in the making: what differs from the base.
///
/// @param secure     processors that the status register calls SECURE
/// @param cells      number to fields
/// @param partitions number to fields
record Setup(Seq<String> secure, TreeMap<Integer, TreeMap<String, JsonNode>> cells, TreeMap<Integer, TreeMap<String, JsonNode>> partitions) {
    static final Setup RESET = new Setup(Vector.empty(), TreeMap.empty(), TreeMap.empty());

    /// {@return it with a cell in a phase, whose processors execute some software}
    Setup cell(int cell, Phase phase, Software software) {
        Setup with = cell(cell, "phase", StringNode.valueOf(phase.text()));
        return software == Software.NONE ? with : with.cell(cell, "software", StringNode.valueOf(software.text()));
    }

    /// {@return it with a cell that started: blocked, and SECURE}
    Setup blocked(int cell) {
        return cell(cell, Phase.BLOCKED, Software.TRUSTED).secure(String.valueOf(cell));
    }

    /// {@return it with a cell at the rendezvous of a partition}
    Setup waiting(int cell, int partition) {
        return cell(cell, Phase.RENDEZVOUS, Software.TRUSTED).secure(String.valueOf(cell)).assigned(cell, partition);
    }

    /// {@return it with a cell that joined a partition, which made it UNSECURE}
    Setup joined(int cell, int partition) {
        return cell(cell, Phase.JOINED, Software.TRUSTED).assigned(cell, partition).route(partition, cell);
    }

    /// {@return it with a cell that runs the operating system of a partition}
    Setup running(int cell, int partition) {
        return cell(cell, Phase.RUNNING, Software.OTHER).assigned(cell, partition).route(partition, cell);
    }

    /// {@return it with a cell that started anew where its bit still stands in the mask of a partition, at a rendezvous}
    Setup returned(int cell, int from, int assigned) {
        return waiting(cell, assigned).route(from, cell);
    }

    Setup assigned(int cell, int partition) {
        return cell(cell, "assigned", IntNode.valueOf(partition));
    }

    /// {@return it with one processor executing other software than those of its cell}
    Setup software(int cell, int processor, Software software) {
        ObjectNode object = Json.object();
        JsonNode before = cells.get(cell).flatMap(fields -> fields.get("software")).getOrElse(StringNode.valueOf(Software.NONE.text()));
        if (before instanceof ObjectNode several) object.setAll(several);
        else object.put("each", before.stringValue());
        return cell(cell, "software", object.put(String.valueOf(processor), software.text()));
    }

    Setup change(int cell, String kind, int partition, String next) {
        return cell(cell, "change", Json.object().put("kind", kind).put("partition", partition).put("next", next));
    }

    Setup secure(String... processors) {
        return new Setup(secure.appendAll(Vector.of(processors)).distinct(), cells, partitions);
    }

    /// {@return it with a status register that calls these SECURE and no others}
    Setup onlySecure(String... processors) {
        return new Setup(Vector.of(processors), cells, partitions);
    }

    Setup sees(int partition, String... processors) {
        return in(partition, "sees", Json.texts(Vector.of(processors)));
    }

    /// {@return it with cells in the mask of a partition, besides those that are}
    Setup route(int partition, int... cells) {
        return numbers(partition, "route", cells);
    }

    Setup asked(int one, int other) {
        return numbers(one, "asked", other).numbers(other, "asked", one);
    }

    Setup consented(int partition, int other) {
        return numbers(partition, "consented", other);
    }

    Setup linked(int one, int other) {
        return numbers(one, "enabled", other).numbers(other, "enabled", one);
    }

    private Setup numbers(int partition, String field, int... numbers) {
        ArrayNode array = Json.object().putArray(field);
        partitions.get(partition).flatMap(fields -> fields.get(field)).forEach(before -> before.values().forEach(array::add));
        Vector.ofAll(numbers).forEach(number -> array.add(number));
        return in(partition, field, array);
    }

    Setup word(int partition, String register, long bits) {
        return in(partition, register, StringNode.valueOf("%016x".formatted(bits)));
    }

    /// {@return it with a stuck line of a cell's report path}
    Setup stuckReport(int cell, int line, int level) {
        return cell(cell, "stuck", stuck(cells.get(cell), line, level));
    }

    /// {@return it with a stuck line of a partition's status path}
    Setup stuckStatus(int partition, int line, int level) {
        return in(partition, "stuck", stuck(partitions.get(partition), line, level));
    }

    private static ObjectNode stuck(Option<TreeMap<String, JsonNode>> fields, int line, int level) {
        ObjectNode object = Json.object();
        fields.flatMap(each -> each.get("stuck")).forEach(before -> object.setAll((ObjectNode) before));
        return object.put(String.valueOf(line), level);
    }

    private Setup cell(int cell, String field, JsonNode value) {
        return new Setup(secure, cells.put(cell, cells.get(cell).getOrElse(TreeMap.empty()).put(field, value)), partitions);
    }

    private Setup in(int partition, String field, JsonNode value) {
        return new Setup(secure, cells, partitions.put(partition, partitions.get(partition).getOrElse(TreeMap.empty()).put(field, value)));
    }

    /// {@return what {@link State} reads, merged into the base}
    ObjectNode json() {
        ObjectNode json = Json.object();
        if (!secure.isEmpty()) json.set("secure", Json.texts(secure));
        put(json, "cells", cells);
        put(json, "partitions", partitions);
        return json;
    }

    private static void put(ObjectNode json, String name, TreeMap<Integer, TreeMap<String, JsonNode>> numbered) {
        if (numbered.isEmpty()) return;
        ObjectNode all = json.putObject(name);
        numbered.forEach((number, fields) -> {
            ObjectNode one = all.putObject(String.valueOf(number));
            fields.forEach((field, value) -> one.set(field, value));
        });
    }
}
