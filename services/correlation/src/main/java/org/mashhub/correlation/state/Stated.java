package org.mashhub.correlation.state;

import java.util.ArrayList;
import java.util.List;

import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecord;

/**
 * A mention with the record that it stands in.
 *
 * @param mention the mention, compared with the numbers that are followed
 * @param founding when it came
 * @param record the latest version of its record
 */
public record Stated(Mention mention, Link.Founding founding, SourceRecord record) {

	/**
	 * Whether even that the record exists may be told to police staff only.
	 * @return true for what may be in no picture and connects nobody
	 */
	public boolean forPoliceOnly() {
		return this.record.handling() == HandlingCode.POLICE_MASH_ONLY;
	}

	/**
	 * All that is stated of a person.
	 * @param state the area's state
	 * @param person the person
	 * @return mentions in the order of their ids, none of somebody nobody speaks of
	 */
	public static List<Stated> of(AreaState state, PersonId person) {
		List<MentionId> mentions = state.persons().get(person);
		if (mentions == null) {
			return List.of();
		}
		List<Stated> stated = new ArrayList<>(mentions.size());
		for (MentionId id : mentions) {
			Mention mention = state.mentions().get(id);
			Link link = state.links().get(id);
			SourceRecord record = (link != null) ? state.records().get(link.record()) : null;
			if (mention != null && link != null && record != null) {
				stated.add(new Stated(mention, link.founding(), record));
			}
		}
		return List.copyOf(stated);
	}

}
