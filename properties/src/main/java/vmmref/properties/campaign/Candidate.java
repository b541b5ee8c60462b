package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.properties.guarantee.Subject;
import vmmref.vmm.Vmm;

/// An implementation that a campaign judges.
public interface Candidate {
    /// {@return its name, by which a store knows it: reference, zoo:NAME, or the command of an adapter}
    String name();

    /// {@return a session with it for one worker}
    Session open();

    /// What one worker asks.
    interface Session extends AutoCloseable {
        /// {@return the values that take the parameters of guarantees that are not generated, found by their types}
        Seq<Object> parts();

        /// Announces that another case begins.
        default void begin() { }

        /// {@return why the case that began last says nothing of the candidate, if it does not}
        default Option<String> silence() {
            return Option.none();
        }

        @Override void close();
    }

    /// {@return the implementation that is a monitor and its machine, right or wrong}
    static Candidate of(String name, Vmm vmm) {
        return new Candidate() {
            @Override public String name() {
                return name;
            }

            @Override public Session open() {
                return new Session() {
                    @Override public Seq<Object> parts() {
                        return Vector.of(Subject.of(vmm));
                    }

                    @Override public void close() { }
                };
            }
        };
    }
}
