package org.mashhub.correlation.picture;

import java.util.List;

import org.mashhub.correlation.state.FeedMemory;

/** Whether an area hears of something that could happen. */
public sealed interface Hearing {

	/** It is declared, and as much comes as was declared. */
	record Alive() implements Hearing {
	}

	/**
	 * It is declared, and less comes than was declared.
	 *
	 * @param feeds the silent ones
	 */
	record Silent(List<FeedMemory> feeds) implements Hearing {

		public Silent {
			feeds = List.copyOf(feeds);
		}

	}

	/** Nobody has declared that they publish it. */
	record NotPublished() implements Hearing {
	}

}
