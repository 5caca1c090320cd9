package org.mashhub.adapter.socialcare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or a year of a census, for example 2024-25. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "20[0-9]{2}-[0-9]{2}")
@ReportAsSingleViolation
@interface CensusVersion {

	String message() default "is not a year of the census | Send it as 2024-25.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
