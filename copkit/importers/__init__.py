"""Read what people download: attendance reports and answers to feedback forms, in any dress, into plain values."""
