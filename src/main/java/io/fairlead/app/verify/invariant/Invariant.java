package io.fairlead.app.verify.invariant;

/** Something that always holds, recomputed from what is stored; read by auditors and by {@code fairlead verify}. */
public interface Invariant {

    /** Its number, for example {@code I4}. */
    String id();

    /** What holds, in one sentence. */
    String sentence();

    /** Looks at everything. */
    Finding check();
}
