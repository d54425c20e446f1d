package io.fairlead.access;

import java.util.Optional;

/** Logins of machines that do not come from the provider; each opens the doors that it says, and no other. */
@FunctionalInterface
public interface MachineLogins {

    /**
     * Who shows these credentials at this door.
     *
     * @param path as it came, without the query
     * @param scheme of the header Authorization in lower case, such as {@code basic}
     * @param credentials what stands behind it
     * @return empty when nobody of these logins does
     */
    Optional<Caller> callerAt(String path, String scheme, String credentials);
}
