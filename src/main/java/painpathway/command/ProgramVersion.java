package painpathway.command;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, which every reply carries too. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Pain Pathway Advisor " + number()};
    }

    static String number() {
        return painpathway.api.ProgramVersion.current();
    }
}
