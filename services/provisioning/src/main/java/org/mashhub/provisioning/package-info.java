/**
 * What must exist before a service starts: topics, principals with what they may do,
 * contracts and areas.
 */
@NullMarked
package org.mashhub.provisioning;

import org.jspecify.annotations.NullMarked;
