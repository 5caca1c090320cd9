package org.mashhub.testinfrastructure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says that tests are about what is embedded, or do to it what is not done to a
 * container. They are skipped where all others run on containers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(InfrastructureCondition.class)
public @interface EmbeddedOnly {

	/**
	 * Why.
	 * @return the reason, for the report
	 */
	String value();

}
