/**
 * What rehearsals and demonstrations need beside the hub: fictional areas with clocks of
 * their own, and a mail server that keeps what it is sent. No real area runs it.
 */
@NullMarked
package org.mashhub.rehearsal;

import org.jspecify.annotations.NullMarked;
