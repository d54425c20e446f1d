@NullMarked
package io.fairlead.gateway.account;

import org.jspecify.annotations.NullMarked;
