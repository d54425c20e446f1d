package io.fairlead.sandbox;

/** What a request is answered with: HTTP status and a body that is written as JSON. */
record Reply(int status, Object body) {

    static Reply ok(Object body) {
        return new Reply(200, body);
    }

    static Reply created(Object body) {
        return new Reply(201, body);
    }
}
