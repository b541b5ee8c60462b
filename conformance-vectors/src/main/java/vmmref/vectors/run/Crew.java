/// Several conversations with the same implementation at once.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Vector;

/// Each takes the next vector that nobody took. Replies are handed on one at a time. When one member cannot go on, nobody does: the others
/// would meet the same end.
public final class Crew implements Conversation {

    private final Seq<Conversation> members;
    private final Object turn = new Object();
    private boolean wanted = true;

    private Crew(Seq<Conversation> members) {
        this.members = members;
    }

    /// Opens so many conversations.
    /// @throws AdapterBreakdown if they do not all introduce themselves in the same way
    public static Conversation of(int count, Supplier<Conversation> opening) {
        if (count == 1) return opening.get();
        Seq<Conversation> members = List.empty();
        try {
            for (int i = 0; i < count; i++) members = members.append(opening.get());
            Crew crew = new Crew(members);
            if (members.exists(member -> !member.hello().equals(crew.hello())))
                throw new AdapterBreakdown("two processes of the adapter introduced themselves differently: ask it with -j 1");
            return crew;
        } catch (RuntimeException cannot) {
            members.forEach(Conversation::close);
            throw cannot;
        }
    }

    @Override
    public Hello hello() {
        return members.head().hello();
    }

    @Override
    public Option<String> ask(Iterator<Vector> vectors, Replies replies) {
        Replies inTurn = (vector, reply) -> {
            synchronized (turn) {
                wanted = wanted && replies.more(vector, reply);
                return wanted;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(members.size())) {
            return members.map(member -> threads.submit(() -> asked(member, vectors, inTurn)))
                .map(Crew::result).flatMap(why -> why).headOption();
        }
    }

    @Override
    public Seq<Breach> breaches() {
        return members.flatMap(Conversation::breaches);
    }

    @Override
    public Seq<String> news() {
        return members.flatMap(Conversation::news).distinct();
    }

    @Override
    public void close() {
        members.forEach(Conversation::close);
    }

    private Option<String> asked(Conversation member, Iterator<Vector> vectors, Replies replies) {
        boolean content = false;
        try {
            Option<String> stopped = member.ask(new Share(vectors), replies);
            content = stopped.isEmpty();
            return stopped;
        } finally {
            if (!content) synchronized (turn) { wanted = false; }
        }
    }

    private static Option<String> result(Future<Option<String>> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Option.some("the run was interrupted");
        } catch (ExecutionException thrown) {
            return Try.<Option<String>>failure(thrown.getCause()).get();
        }
    }

    /// What one member takes of the vectors.
    private final class Share implements Iterator<Vector> {

        private final Iterator<Vector> all;
        private Option<Vector> next = Option.none();

        Share(Iterator<Vector> all) {
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            synchronized (turn) {
                if (next.isEmpty() && wanted && all.hasNext()) next = Option.some(all.next());
            }
            return next.isDefined();
        }

        @Override
        public Vector next() {
            if (!hasNext()) throw new NoSuchElementException("every vector has been taken");
            Vector vector = next.get();
            next = Option.none();
            return vector;
        }
    }
}
