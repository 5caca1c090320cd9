/**
 * Proves from the topics alone, without any service or database, that what was accepted
 * was logged, and that what was logged was applied or put into quarantine.
 */
@NullMarked
package org.mashhub.standalone.audit;

import org.jspecify.annotations.NullMarked;
