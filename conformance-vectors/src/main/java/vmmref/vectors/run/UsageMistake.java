/// The command line asks for something that cannot be: exit code 2.
package vmmref.vectors.run;

/// Thrown by whoever reads an argument or a file that the user wrote. The message is for the user, and says what to do.
public final class UsageMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageMistake(String message) {
        super(message, null, false, false);
    }
}
