package org.mashhub.console.readmodel;

import java.util.List;

/**
 * The chronology of a child and of the people around it.
 *
 * @param entries what may be shown, oldest first
 * @param heldBack how many entries of police and health about adults whose link is to be
 * checked are hidden until an officer has decided
 * @param restricted how many of the entries are of records that an agency restricts
 * @param contentHidden whether what those say is hidden from the viewer
 */
public record ChronologyOfChild(List<ChronologyView> entries, int heldBack, int restricted, boolean contentHidden) {
}
