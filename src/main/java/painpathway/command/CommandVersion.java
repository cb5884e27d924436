package painpathway.command;

import painpathway.api.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version that every reply carries too. */
final class CommandVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Pain Pathway Advisor " + ProgramVersion.current()};
    }
}
