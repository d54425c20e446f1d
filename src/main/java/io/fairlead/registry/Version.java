package io.fairlead.registry;

/** A version as clients name it: a number from 1, {@code latest} or -1. */
record Version(int number) {

    static final Version LATEST = new Version(-1);

    static Version parse(String text) {
        if (text.equals("latest") || text.equals("-1")) {
            return LATEST;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return new Version(number);
            }
        } catch (NumberFormatException e) {
            throw RegistryProblem.invalidVersion(text);
        }
        throw RegistryProblem.invalidVersion(text);
    }

    boolean latest() {
        return number == -1;
    }
}
