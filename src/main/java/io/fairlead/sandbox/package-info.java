/**
 * The sandbox ERP, CRM and PSA: a process of its own with its own books on disk, met by the gateways
 * over HTTP only.
 */
@NullMarked
package io.fairlead.sandbox;

import org.jspecify.annotations.NullMarked;
