package io.fairlead.sandbox;

/** Whatever the sandbox keeps under an id of its own and a reference of the sender; versions only grow. */
interface Referenced {

    String id();

    String externalRef();

    int version();
}
