package io.fairlead.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a command is run as an account of the machine that has no rights of its own. */
final class OtherAccount {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final String NOBODY = "65534";

    /** What such a command begins with; empty where this process may not become another account. */
    static List<String> command() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(SETPRIV)
                ? List.of(SETPRIV.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                : List.of();
    }

    private OtherAccount() {}
}
