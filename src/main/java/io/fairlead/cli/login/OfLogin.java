package io.fairlead.cli.login;

/** The token of a kept login, renewed when it ends. */
record OfLogin(Logins logins, String issuer) implements Bearer {

    @Override
    public String token() {
        return logins.token(issuer);
    }

    @Override
    public boolean isActor() {
        return true;
    }
}
