package vmmref.properties.alloy;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.ast.Module;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.A4Tuple;
import edu.mit.csail.sdg.translator.A4TupleSet;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kodkod.engine.satlab.SATFactory;

/// A file of `spec/alloy`, and runs of it.
///
/// @param module  the file with the runs
/// @param queries what its relations hold
/// @param names   of atoms, from those in an instance
public record Model(Module module, Map<String, Expr> queries, UnaryOperator<String> names) {
    private static final String FOLDER = "/vmmref/spec/alloy/";

    /// {@return a file, such as `keys.als`, and more of its text}
    public static Model of(String file, String more, Seq<String> relations, UnaryOperator<String> names) {
        Module module = CompUtil.parseEverything_fromString(A4Reporter.NOP, text(FOLDER + file) + more);
        return new Model(module, relations.foldLeft(LinkedHashMap.empty(), (all, each) -> all.put(each, expression(module, each))), names);
    }

    private static Expr expression(Module module, String text) {
        return CompUtil.parseOneExpression_fromString(module, text);
    }

    private static String text(String file) {
        try (InputStream in = Option.of(Model.class.getResourceAsStream(file)).getOrElseThrow(() -> new IllegalStateException(file + " is not on the class path"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be read", broken);
        }
    }

    /// {@return what at most so many solutions of a run tell, different ones}
    public <T> Seq<T> told(String run, int most, Function<A4Solution, T> teller) {
        Command command = Vector.ofAll(module.getAllCommands()).find(each -> each.label.equals(run)).getOrElseThrow(() -> new IllegalArgumentException("no run is called " + run));
        A4Options options = new A4Options();
        options.solver = SATFactory.get("sat4j");
        options.inferPartialInstance = false;
        A4Solution solution = TranslateAlloyToKodkod.execute_command(A4Reporter.NOP, module.getAllReachableSigs(), command, options);
        Vector<T> told = Vector.empty();
        while (solution.satisfiable()) {
            told = told.append(teller.apply(solution));
            if (told.size() == most) break;
            solution = solution.next();
        }
        return told;
    }

    /// {@return what relations hold in a state of a solution}
    public Facts facts(A4Solution solution, Seq<String> relations, int state) {
        Facts facts = Facts.none(relations);
        for (String relation : relations) {
            for (A4Tuple tuple : tuples(solution, relation, state)) facts = facts.and(relation, Vector.range(0, tuple.arity()).map(tuple::atom).map(names).toJavaArray());
        }
        return facts;
    }

    private Seq<A4Tuple> tuples(A4Solution solution, String relation, int state) {
        return Vector.ofAll((A4TupleSet) solution.eval(queries.get(relation).get(), state));
    }
}
