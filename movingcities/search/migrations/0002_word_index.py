from django.db import migrations

from movingcities.search.backends import backend_for


def create(apps, schema_editor):
    backend_for(schema_editor.connection.vendor).create(schema_editor)


def drop(apps, schema_editor):
    backend_for(schema_editor.connection.vendor).drop(schema_editor)


class Migration(migrations.Migration):
    """The word index lives beside the table, in what each database has for that."""

    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
