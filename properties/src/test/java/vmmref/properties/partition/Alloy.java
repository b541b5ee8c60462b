package vmmref.properties.partition;

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
import kodkod.engine.satlab.SATFactory;

/// The Alloy model of the partition hardware, and runs of it.
///
/// @param module  the model with the runs
/// @param queries what its relations hold
record Alloy(Module module, Map<String, Expr> queries) {
    private static final String FILE = "/vmmref/spec/alloy/partition.als";

    /// {@return the model and more of its text}
    static Alloy with(String more) {
        Module module = CompUtil.parseEverything_fromString(A4Reporter.NOP, text() + Relations.names() + more);
        Seq<String> relations = Relations.PARAMETERS.appendAll(Relations.STATE).appendAll(Relations.EVENT).append("Refused");
        return new Alloy(module, relations.foldLeft(LinkedHashMap.empty(), (all, each) -> all.put(each, expression(module, each))));
    }

    private static Expr expression(Module module, String text) {
        return CompUtil.parseOneExpression_fromString(module, text);
    }

    private static String text() {
        try (InputStream in = Option.of(Alloy.class.getResourceAsStream(FILE)).getOrElseThrow(() -> new IllegalStateException(FILE + " is not on the class path"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }

    /// {@return at most so many stories that a run tells, different ones}
    Seq<Story> stories(String run, Size size, int most) {
        Command command = Vector.ofAll(module.getAllCommands()).find(each -> each.label.equals(run)).getOrElseThrow(() -> new IllegalArgumentException("no run is called " + run));
        A4Options options = new A4Options();
        options.solver = SATFactory.get("sat4j");
        options.inferPartialInstance = false;
        A4Solution solution = TranslateAlloyToKodkod.execute_command(A4Reporter.NOP, module.getAllReachableSigs(), command, options);
        Vector<Story> stories = Vector.empty();
        while (solution.satisfiable()) {
            stories = stories.append(story(solution, size));
            if (stories.size() == most) break;
            solution = solution.next();
        }
        return stories;
    }

    private Story story(A4Solution solution, Size size) {
        return new Story(size, facts(solution, Relations.PARAMETERS, 0), Vector.range(0, solution.getTraceLength()).map(i -> moment(solution, i)));
    }

    private Moment moment(A4Solution solution, int state) {
        return new Moment(facts(solution, Relations.STATE, state), facts(solution, Relations.EVENT, state), tuples(solution, "Refused", state).nonEmpty());
    }

    private Facts facts(A4Solution solution, Seq<String> relations, int state) {
        Facts facts = Facts.none(relations);
        for (String relation : relations) {
            for (A4Tuple tuple : tuples(solution, relation, state)) facts = facts.and(relation, Vector.range(0, tuple.arity()).map(tuple::atom).map(Relations::name).toJavaArray());
        }
        return facts;
    }

    private Seq<A4Tuple> tuples(A4Solution solution, String relation, int state) {
        return Vector.ofAll((A4TupleSet) solution.eval(queries.get(relation).get(), state));
    }
}
