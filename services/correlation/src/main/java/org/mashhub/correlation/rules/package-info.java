/**
 * Small, named, explainable checks over one child's picture. Adding one means a class and
 * a line in {@link org.mashhub.correlation.rules.RuleBook}. Plain Java.
 */
@NullMarked
package org.mashhub.correlation.rules;

import org.jspecify.annotations.NullMarked;
