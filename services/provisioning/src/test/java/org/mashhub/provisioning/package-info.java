/** Tests of what must exist before a service starts. */
@NullMarked
package org.mashhub.provisioning;

import org.jspecify.annotations.NullMarked;
