/// What `vmmref --version` prints.
package vmmref.vectors.cli;

import picocli.CommandLine.IVersionProvider;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Release;

/// The format and the protocol say which packs and adapters fit.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"vmmref %s (pack format %d, adapter protocol %d)".formatted(Release.version(), Vector.FORMAT, Hello.PROTOCOL)};
    }
}
