package vmmref.properties.proof;

import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.Map;

/// Where an execution of a method is.
///
/// @param at     the number of the next instruction
/// @param stack  the top first
/// @param locals by their slots
/// @param heap   what is on it
/// @param path   how it came here
/// @param jumps  how often it jumped back, by the instruction to which it did; those of an inner loop are forgotten when an outer one jumps
record State(int at, List<Value> stack, Map<Integer, Value> locals, Map<Integer, Thing> heap, Path path, Map<Integer, Integer> jumps) {

    Value top() {
        return stack.head();
    }

    /// {@return the term on top}
    Term word() {
        return word(top());
    }

    static Term word(Value value) {
        if (value instanceof Value.Word(var term)) return term;
        throw new Unsupported(value + " where a number is needed");
    }

    State next() {
        return to(at + 1);
    }

    State to(int other) {
        return new State(other, stack, locals, heap, path, other > at ? jumps : jumps.filterKeys(target -> target <= other).put(other, jumps.getOrElse(other, 0) + 1));
    }

    State push(Value value) {
        return new State(at, stack.prepend(value), locals, heap, path, jumps);
    }

    State push(Term term) {
        return push(new Value.Word(term));
    }

    State pop(int number) {
        return new State(at, stack.drop(number), locals, heap, path, jumps);
    }

    State with(int slot, Value value) {
        return new State(at, stack, locals.put(slot, value), heap, path, jumps);
    }

    State with(Path other) {
        return new State(at, stack, locals, heap, other, jumps);
    }

    State with(Map<Integer, Thing> other) {
        return new State(at, stack, locals, other, path, jumps);
    }

    /// {@return the state with a value wherever another one was}
    State replacing(Value old, Value value) {
        return new State(at, stack.map(each -> each.equals(old) ? value : each), locals.mapValues(each -> each.equals(old) ? value : each), heap, path, jumps);
    }

    /// {@return whichever of two states it is that meet at an instruction}
    State or(State other) {
        Term here = path.beside(other.path);
        Map<Integer, Value> both = locals.filter((slot, value) -> other.locals.containsKey(slot)).map((slot, value) -> Tuple.of(slot, Value.choice(here, value, other.locals.get(slot).get())));
        return new State(at, stack.zipWith(other.stack, (one, second) -> Value.choice(here, one, second)), both, heap(here, heap, other.heap), path.or(other.path), jumps.merge(other.jumps, Math::max));
    }

    static Map<Integer, Thing> heap(Term condition, Map<Integer, Thing> one, Map<Integer, Thing> other) {
        return one == other ? one : other.merge(one, (second, first) -> Thing.choice(condition, first, second));
    }
}
