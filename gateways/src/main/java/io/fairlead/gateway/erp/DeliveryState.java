package io.fairlead.gateway.erp;

/** Where a delivery stands; stored by name, each change is a row of delivery_transition. */
public enum DeliveryState {
    /** Not yet tried. */
    PENDING,
    /** Leased by a sender; saved before anything is sent. */
    IN_FLIGHT,
    /** The ERP keeps a verified draft; the end of STAGE_INVOICE. */
    STAGED,
    /** The ERP said it committed; not yet read back. */
    COMMITTED,
    /** Read back and verified; the end of all other kinds. */
    CONFIRMED,
    /** Nothing happened outside; tried again when due. */
    RETRY_AT,
    /** It may or may not have happened outside; looked up before it is tried again. */
    UNKNOWN,
    /** Needs a person; see code and reason. */
    PARKED,
    /** Nobody sends it any more: its document went back to draft or was given up before the ERP took it. */
    WITHDRAWN
}
