package org.mashhub.correlation.state;

import java.util.List;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * Which person a mention is linked to, and the edges found when it came.
 *
 * @param mention the mention
 * @param record the record it stands in
 * @param founding offset of the first version of the record and place in it: the smaller,
 * the earlier a mention could have founded a person
 * @param person the person
 * @param found edges to mentions that were there before it
 */
public record Link(MentionId mention, SourceRecordId record, Founding founding, PersonId person, List<Edge> found) {

	public Link {
		found = List.copyOf(found);
	}

	/**
	 * The same mention in another person.
	 * @param to the person
	 * @return a copy
	 */
	public Link in(PersonId to) {
		return new Link(this.mention, this.record, this.founding, to, this.found);
	}

	/**
	 * The same mention without its edge to another, which is gone or has changed.
	 * @param gone the other mention
	 * @return a copy
	 */
	public Link without(MentionId gone) {
		return new Link(this.mention, this.record, this.founding, this.person,
				this.found.stream().filter((edge) -> !edge.other().equals(gone)).toList());
	}

	/**
	 * Order in which mentions came.
	 *
	 * @param sequence offset of the first version of the record
	 * @param place place among the people of the record
	 */
	public record Founding(long sequence, int place) implements Comparable<Founding> {

		@Override
		public int compareTo(Founding other) {
			int bySequence = Long.compare(this.sequence, other.sequence);
			return (bySequence != 0) ? bySequence : Integer.compare(this.place, other.place);
		}

	}

}
