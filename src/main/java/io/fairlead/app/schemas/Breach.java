package io.fairlead.app.schemas;

/**
 * One promise of a contract that a stored event does not keep.
 *
 * @param path of the field as readers name it, for example {@code lines[].net}: never with an index
 * @param rule the property that is broken, for example {@code range}
 * @param promised what the value is not, for example {@code is not in [1,86400]}
 * @param found what stands there, for example {@code number 0}; only its kind where the field is about people or pay
 */
record Breach(String path, String rule, String promised, String found) {}
