package io.fairlead.cli.login;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Logs somebody in as {@code fairlead login} does, for a command that plays several people. */
public final class DeviceLogin {

    /**
     * Logs in; the login is kept and renewed below the folder.
     *
     * @param enters gets the address that holds the code, where somebody enters it
     */
    public static Bearer of(Path folder, String issuer, String client, Consumer<String> enters) {
        var logins = new Logins(folder, InstantSource.system());
        var _ = new LoginPlace(logins, Map.of(), "")
                .login(
                        issuer,
                        client,
                        pause -> LockSupport.parkNanos(pause.toNanos()),
                        prompt -> enters.accept(prompt.complete()));
        return new OfLogin(logins, issuer);
    }

    private DeviceLogin() {}
}
