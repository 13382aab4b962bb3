import django.conf
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="language",
            field=models.CharField(
                blank=True,
                choices=django.conf.settings.LANGUAGES,
                max_length=10,
                verbose_name="language",
            ),
        ),
        migrations.AddField(
            model_name="image",
            name="consent",
            field=models.CharField(
                choices=[
                    ("nobody", "nobody can be recognised"),
                    ("agreed", "everybody who can be recognised agreed in writing"),
                    ("in-office", "only people in a public office, on a public occasion"),
                ],
                default="",
                help_text="Refugees and activists are threatened: without consent a picture of them is not shown.",
                max_length=20,
                verbose_name="people on it",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="image",
            constraint=models.CheckConstraint(
                condition=models.Q(("consent", ""), _negated=True),
                name="image_says_why_people_may_be_shown",
            ),
        ),
    ]
