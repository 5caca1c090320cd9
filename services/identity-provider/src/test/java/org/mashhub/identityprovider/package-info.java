/** Tests of the identity provider. */
@NullMarked
package org.mashhub.identityprovider;

import org.jspecify.annotations.NullMarked;
