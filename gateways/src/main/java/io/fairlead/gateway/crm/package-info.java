/** Opportunities of an outside CRM, read into won deals; each record is won, not won, or refused with its reason. */
@NullMarked
package io.fairlead.gateway.crm;

import org.jspecify.annotations.NullMarked;
