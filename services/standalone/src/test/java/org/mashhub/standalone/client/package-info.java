/** Tests of the client. */
@NullMarked
package org.mashhub.standalone.client;

import org.jspecify.annotations.NullMarked;
