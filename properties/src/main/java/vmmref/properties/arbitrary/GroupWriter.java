package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.dependency.Resource;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;

/// Writes instruction groups that violate nothing: each register is chosen among those that the group permits.
final class GroupWriter {
    /// The registers that hold addresses of data: r4 to r7.
    static final int ADDRESSES = 4;
    /// The registers that no instruction touches but one that breaks a rule: r8, f8, f9, p8, b7.
    static final int RESERVED = 8;

    private static final int RESERVED_BRANCH = 7;
    private static final int TRIES = 12;
    private static final int STATIC = 32;
    private static final long SLOT = (1L << Slot.WIDTH) - 1;

    private final SplittableRandom random;
    private final int general;
    private final boolean privileged;
    private final int sof;
    private final int sor;
    private boolean rotating = true;
    private final List<Piece> pieces = new ArrayList<>();
    private final Touched written = new Touched();
    private final Touched added = new Touched();
    private final Touched late = new Touched();
    private final long[] parallel = new long[3];
    /// The address registers that the group before has updated.
    private int updatedBefore;
    private int updated;

    /// @param sof        the size of the frame
    /// @param sor        that of its rotating part
    /// @param privileged whether instructions may need level 0
    GroupWriter(SplittableRandom random, int sof, int sor, boolean privileged) {
        this.random = random;
        this.sof = sof;
        this.sor = sor;
        this.general = STATIC + sof;
        this.privileged = privileged;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /// From now on p16 to p63 are not written and not renamed but by loops, or are.
    void rotating(boolean permitted) {
        rotating = permitted;
    }

    int position() {
        return pieces.size();
    }

    /// Begins a group; address registers that the last one has updated get an address again.
    void begin() {
        written.clear();
        added.clear();
        late.clear();
        java.util.Arrays.fill(parallel, 0);
        updatedBefore = updated;
        updated = 0;
        for (int register = ADDRESSES; register < 2 * ADDRESSES; register++) {
            if ((updatedBefore >>> register & 1) != 0) {
                add(reset(register));
                written.add(Resource.Kind.GENERAL, register);
            }
        }
    }

    /// Ends the group with its last piece.
    void end() {
        pieces.set(pieces.size() - 1, pieces.getLast().last());
    }

    /// Takes back the stop after the last piece.
    void goOn() {
        Piece last = pieces.getLast();
        pieces.set(pieces.size() - 1, new Piece(last.form(), last.slot(), last.label(), false));
    }

    boolean hasUpdated() {
        return updated != 0;
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    private Piece reset(int register) {
        return new Piece(RESETS.get(register - ADDRESSES).head().form(), RESETS.get(register - ADDRESSES).get(random.nextInt(Addresses.NUMBER)).slot(), Piece.NOWHERE, false);
    }

    private static final Seq<Seq<Piece>> RESETS = io.vavr.collection.Vector.range(ADDRESSES, 2 * ADDRESSES).map(register -> (Seq<Piece>) Addresses.all()
        .flatMap(address -> Recipes.address(register, address)).map(recipe -> Piece.of(recipe.form().instruction(recipe.fixed()))).toArray()).toArray();
    private static final boolean RESETTABLE = !RESETS.head().isEmpty();

    /// Adds an instruction of some form that fits; nothing if none is found soon.
    ///
    /// @param label where it may branch to; nowhere if it must not
    /// @return whether it has ended its group
    boolean any(int label) {
        for (int tries = 0; tries < TRIES; tries++) {
            Seq<Recipe> variants = random.nextBoolean() ? pick(pick(Recipes.families(privileged))) : pick(Recipes.anywhere(privileged));
            Recipe recipe = pick(variants);
            if (!admits(recipe, label) || !write(recipe, label)) continue;
            if (recipe.traits().last()) end();
            return recipe.traits().last();
        }
        return false;
    }

    private boolean admits(Recipe recipe, int label) {
        Recipe.Traits traits = recipe.traits();
        return (!traits.first() || pieces.isEmpty() || pieces.getLast().stop()) && (!traits.target() || label != Piece.NOWHERE && updated == 0) && fits(recipe);
    }

    boolean fits(Recipe recipe) {
        return !recipe.reads().meets(written) && !recipe.reads().meets(added) && !recipe.writes().meets(written) && !recipe.writes().meets(added) && !recipe.adds().meets(written)
            && (rotating || recipe.traits().branch() && !recipe.traits().last() || !recipe.writes().contains(Resource.Kind.PREDICATE, 63) && !recipe.writes().contains(Resource.FRAME.kind(), Resource.FRAME.number()));
    }

    /// Adds an instruction of a recipe if there are registers for it.
    boolean write(Recipe recipe, int label) {
        Option<Piece> piece = piece(recipe, label);
        piece.forEach(this::add);
        return piece.isDefined();
    }

    private Option<Piece> piece(Recipe recipe, int label) {
        Form form = recipe.form();
        long bits = recipe.fixed().bits() | Started.word(random) & recipe.free().bits();
        long l = recipe.fixed().l() | (form.unit() == Unit.X ? Started.word(random) & recipe.free().l() : 0);
        int[] numbers = new int[recipe.parts().size()];
        int address = 0;
        for (int number = 0; number < numbers.length; number++) {
            Recipe.Part part = recipe.parts().get(number);
            int chosen = chosen(recipe, part, numbers, number);
            if (chosen < 0) return Option.none();
            if (part.role() == Recipe.Role.UPDATED) address = chosen;
            numbers[number] = chosen;
            bits |= (long) chosen << part.field().low();
        }
        int predicate = recipe.qp().isDefined() && !recipe.traits().first() && random.nextInt(8) < 3 ? predicate(recipe.traits().branch()) : 0;
        bits |= predicate;
        if (form.syntax().mnemonic().equals("alloc")) bits |= frame(form);
        commit(recipe, numbers, address);
        return Option.some(new Piece(form, form.unit() == Unit.X || recipe.form().hint().isDefined() ? form.instruction(new Slot(bits & SLOT, l & SLOT)).encode() : form.key().or(new Slot(bits & SLOT, 0)), recipe.traits().target() ? label : Piece.NOWHERE, false));
    }

    private long frame(Form alloc) {
        int sol = random.nextInt(sof + 1);
        return alloc.operands().filter(operand -> operand.name().startsWith("so"))
            .map(operand -> operand.holding(switch (operand.name()) {
                case "sof" -> sof;
                case "sol" -> sol;
                default    -> sor;
            }).get().bits()).foldLeft(0L, (all, each) -> all | each);
    }

    private void commit(Recipe recipe, int[] numbers, int address) {
        for (int number = 0; number < numbers.length; number++) {
            Recipe.Part part = recipe.parts().get(number);
            if (part.role() == Recipe.Role.READ || part.role() == Recipe.Role.ADDRESS) continue;
            written.add(part.kind(), numbers[number]);
            if (part.kind() != Resource.Kind.PREDICATE) continue;
            if (recipe.traits().late()) late.add(part.kind(), numbers[number]);
            for (int type = 1; type <= 2; type++) parallel[type] = part.parallel() == type ? parallel[type] | 1L << numbers[number] : parallel[type] & ~(1L << numbers[number]);
        }
        if (address != 0) updated |= 1 << address;
        written.addAll(recipe.writes());
        added.addAll(recipe.adds());
    }

    private int chosen(Recipe recipe, Recipe.Part part, int[] numbers, int before) {
        for (int tries = 0; tries < TRIES; tries++) {
            int number = switch (part.role()) {
                case READ    -> read(part);
                case ADDRESS -> ADDRESSES + random.nextInt(ADDRESSES);
                case WRITTEN -> target(part);
                case UPDATED -> RESETTABLE ? ADDRESSES + random.nextInt(ADDRESSES) : -1;
            };
            if (number < 0) return -1;
            if (permitted(recipe, part, number, numbers, before)) return number;
        }
        return -1;
    }

    private boolean permitted(Recipe recipe, Recipe.Part part, int number, int[] numbers, int before) {
        boolean free = !written.contains(part.kind(), number) && !added.contains(part.kind(), number);
        boolean reserved = switch (part.kind()) {
            case GENERAL, PREDICATE -> number == RESERVED;
            case FLOATING           -> number == RESERVED || number == RESERVED + 1;
            case BRANCH             -> number == RESERVED_BRANCH;
            case APPLICATION, CONTROL, STATUS, NAMED -> false;
        };
        if (reserved) return false;
        if (part.role() == Recipe.Role.READ || part.role() == Recipe.Role.ADDRESS) return free;
        if (!free && !(part.parallel() != 0 && (parallel[part.parallel()] >>> number & 1) != 0)) return false;
        for (int other = 0; other < before; other++) {
            Recipe.Part earlier = recipe.parts().get(other);
            if (earlier.kind() != part.kind() || earlier.role() == Recipe.Role.READ || earlier.role() == Recipe.Role.ADDRESS) continue;
            if (numbers[other] == number || recipe.traits().pair() && part.kind() == Resource.Kind.FLOATING && isNoPair(numbers[other], number)) return false;
        }
        return true;
    }

    private int read(Recipe.Part part) {
        int most = 1 << part.field().width();
        boolean near = random.nextBoolean();
        return switch (part.kind()) {
            case GENERAL   -> most < STATIC ? random.nextInt(most) : near ? 9 + random.nextInt(7) : random.nextInt(general);
            case FLOATING  -> near ? 10 + random.nextInt(6) : random.nextInt(128);
            case PREDICATE -> random.nextInt(64);
            case BRANCH    -> random.nextInt(8);
            case APPLICATION, CONTROL, STATUS, NAMED -> throw new IllegalArgumentException("no choice of " + part);
        };
    }

    private int target(Recipe.Part part) {
        boolean near = random.nextBoolean();
        return switch (part.kind()) {
            case GENERAL   -> near ? 9 + random.nextInt(7) : 2 * ADDRESSES + random.nextInt(general - 2 * ADDRESSES);
            case FLOATING  -> near ? 10 + random.nextInt(6) : 2 + random.nextInt(126);
            case PREDICATE -> parallelOr(part, near ? random.nextInt(7) : random.nextInt(rotating ? 64 : 16));
            case BRANCH    -> pick(FREE_BRANCHES);
            case APPLICATION, CONTROL, STATUS, NAMED -> throw new IllegalArgumentException("no choice of " + part);
        };
    }

    private static final Seq<Integer> FREE_BRANCHES = io.vavr.collection.Array.of(0, 4, 5);

    private int parallelOr(Recipe.Part part, int number) {
        long same = part.parallel() == 0 ? 0 : parallel[part.parallel()];
        return same != 0 && random.nextBoolean() ? Long.numberOfTrailingZeros(same) : number;
    }

    /// {@return a predicate that may be read}
    int predicate(boolean branch) {
        for (int tries = 0; tries < TRIES; tries++) {
            int number = random.nextInt(64);
            if (number == RESERVED || branch && number == 63) continue;
            if (!written.contains(Resource.Kind.PREDICATE, number) || branch && !late.contains(Resource.Kind.PREDICATE, number)) return number;
        }
        return 0;
    }

    /// Adds a branch with its registers.
    boolean branch(String plain, Slot registers, int predicate, int label) {
        Recipe recipe = Recipes.branch(plain);
        if (!fits(recipe)) return false;
        Slot slot = registers.or(Slot.of(predicate)).or(new Slot(random.nextLong() & recipe.free().bits() & SLOT, 0));
        Instruction instruction = recipe.form().instruction(slot);
        written.addAll(recipe.writes());
        added.addAll(recipe.adds());
        add(Piece.of(instruction).to(label));
        return true;
    }

    private <T> T pick(Seq<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// {@return whether two floating-point registers may both be even or odd, or are so after some rotation}
    private static boolean isNoPair(int one, int other) {
        return (one ^ other) % 2 == 0 || one < 32 != other < 32;
    }
}
