/**
 * The adapter of probation and prison: assessments, releases and supervision, in the
 * words of OASys, nDelius and NOMIS, become events.
 */
@NullMarked
package org.mashhub.adapter.probation;

import org.jspecify.annotations.NullMarked;
