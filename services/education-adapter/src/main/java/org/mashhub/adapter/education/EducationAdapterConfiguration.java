package org.mashhub.adapter.education;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What the systems of nurseries and schools send. */
@Configuration(proxyBeanMethods = false)
class EducationAdapterConfiguration {

	@Bean
	AgencyEndpoints educationEndpoints(EducationTranslator translator) {
		return new AgencyEndpoints("education", "/education",
				new NoticeType<>("attendance-concerns", AttendanceConcernNotice.class,
						"A child misses nursery or school more than it should", translator::attendanceConcern,
						"education/attendance-concern.json"),
				new NoticeType<>("child-concerns", ChildConcernNotice.class,
						"Nursery or school has raised a concern about a child", translator::childConcern,
						"education/child-concern.json", "education/child-concern-unknown-adult.json"),
				new NoticeType<>("pupil-moves", PupilMoveNotice.class,
						"A child has started at a nursery or school, or left it", translator::pupilMove,
						"education/pupil-started.json", "education/pupil-left.json"));
	}

}
