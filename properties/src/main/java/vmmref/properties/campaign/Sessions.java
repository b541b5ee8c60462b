package vmmref.properties.campaign;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.sessions.JqwikSession;

/// Sessions of jqwik for threads that work at the same time.
///
/// A session of jqwik is made for one thread: it remembers generators in a map that all threads share and none may change while another reads. Here each thread has a map of its own,
/// in the place where jqwik looks for the one.
final class Sessions {
    private static final String REMEMBERING = "net.jqwik.engine.facades.Memoize";

    private Sessions() { }

    /// Begins a session on this thread, unless there is one. It lasts as long as the thread; while it does work, no other thread may end one of its own.
    static synchronized void begin() {
        if (!JqwikSession.isActive()) JqwikSession.start();
        Store<Map<Object, Object>> generators = Store.getOrCreate(remembering(), Lifespan.PROPERTY, OfEachThread::new);
        if (!(generators.get() instanceof OfEachThread)) generators.update(ofOneThread -> new OfEachThread());
    }

    private static Class<?> remembering() {
        try {
            return Class.forName(REMEMBERING);
        } catch (ClassNotFoundException other) {
            throw new IllegalStateException("this version of jqwik remembers generators elsewhere", other);
        }
    }

    /// A map whose contents each thread sees alone. Only [#get] and [#put] are meant to be called.
    private static final class OfEachThread extends AbstractMap<Object, Object> {
        private static final int MOST = 500;

        private final ThreadLocal<Map<Object, Object>> ours = ThreadLocal.withInitial(() -> new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > MOST;
            }
        });

        @Override public Object get(Object key) {
            return ours.get().get(key);
        }

        @Override public Object put(Object key, Object value) {
            return ours.get().put(key, value);
        }

        @Override public Set<Map.Entry<Object, Object>> entrySet() {
            return ours.get().entrySet();
        }
    }
}
