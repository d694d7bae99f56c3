"""The tables of what is around people: places, vehicles, phones and names online, and the links between them all."""

import peewee as pw

from rise_desk.storage.record_rows import RecordRow


class PlaceRow(RecordRow):
    """One place."""

    description = pw.TextField()
    photo = pw.BigIntegerField()
    photo_on = pw.TextField()
    merged_into = pw.BigIntegerField(index=True)
    place_name = pw.TextField()
    other_names = pw.TextField()
    place_type = pw.TextField()
    lines = pw.TextField()
    postcode = pw.TextField()
    outside_county = pw.BooleanField(null=True)
    online_service = pw.TextField()
    web_address = pw.TextField()
    run_by = pw.TextField()
    licence = pw.TextField()
    concern = pw.TextField()

    class Meta:
        """Places."""

        table_name = "place"


class VehicleRow(RecordRow):
    """One vehicle."""

    description = pw.TextField()
    photo = pw.BigIntegerField()
    photo_on = pw.TextField()
    merged_into = pw.BigIntegerField(index=True)
    plate = pw.TextField()
    make = pw.TextField()
    model = pw.TextField()
    colour = pw.TextField()
    body = pw.TextField()
    taxi_licence = pw.TextField()

    class Meta:
        """Vehicles."""

        table_name = "vehicle"


class HandleRow(RecordRow):
    """One phone or name online."""

    description = pw.TextField()
    photo = pw.BigIntegerField()
    photo_on = pw.TextField()
    merged_into = pw.BigIntegerField(index=True)
    handle_sort = pw.TextField()
    value = pw.TextField()
    service = pw.TextField()

    class Meta:
        """Phones and names online."""

        table_name = "handle"


class LinkRow(RecordRow):
    """One link between two subjects."""

    subject = pw.BigIntegerField(index=True)
    link_type = pw.TextField()
    other = pw.BigIntegerField(index=True)
    detail = pw.TextField()
    since = pw.TextField()
    until = pw.TextField()
    confidence = pw.TextField()
    said_by = pw.TextField()
    said_in = pw.BigIntegerField()
    note = pw.TextField()

    class Meta:
        """Links."""

        table_name = "link"
