/** What the ERP refused or does not have to take any more: sent again after its cause is cleared, or withdrawn. */
@NullMarked
package io.fairlead.gateway.refused;

import org.jspecify.annotations.NullMarked;
